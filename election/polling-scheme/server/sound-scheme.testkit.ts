/** A sound little scheme: what every file of the zoo is a spoiled copy of. */
export const soundScheme = `file,province,constituency,serial,ps_no,ps_name,male_booths,female_booths,total_booths,male_voters,female_voters,total_voters,lat,lon
11_55_NA,Punjab,NA- 55 - Attock-I,1,1,"GHS Hazro, new block (Male)",2,0,2,800,0,800,33.25,72.25
11_55_NA,Punjab,NA- 55 - Attock-I,2,2,GGHS Hazro (Female),0,2,2,0,700,700,33.26,72.26
11_56_NA,Punjab,NA- 56 - Attock-II,1,1,GPS Jand (Combined),1,1,2,400,380,780,,
`
